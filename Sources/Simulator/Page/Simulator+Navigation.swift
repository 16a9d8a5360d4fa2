extension Simulator {
    /// Goes back in the history of the page.
    ///
    /// - Throws: When this is the first page.
    public func goBack() throws(SimulatorError) {
        guard client.canGoBack else { throw .nowhereToGo("back") }
        prepareForInput()
        client.goBack()
        settle()
    }

    /// Goes forward again after going back.
    ///
    /// - Throws: When this is the last page.
    public func goForward() throws(SimulatorError) {
        guard client.canGoForward else { throw .nowhereToGo("forward") }
        prepareForInput()
        client.goForward()
        settle()
    }

    /// Requests the page anew.
    public func reload() {
        prepareForInput()
        client.reload()
        settle()
    }
}
