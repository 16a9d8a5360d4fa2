extension Simulator {
    /// Goes back in the history of the page.
    ///
    /// - Throws: When this is the first page.
    package func goBack() throws(SimulatorError) {
        guard client.canGoBack else { throw .nowhereToGo("back") }
        prepareForInput()
        step(isBack: true)
        settle()
    }

    /// Goes forward again after going back.
    ///
    /// - Throws: When this is the last page.
    package func goForward() throws(SimulatorError) {
        guard client.canGoForward else { throw .nowhereToGo("forward") }
        prepareForInput()
        step(isBack: false)
        settle()
    }

    /// Takes a step in history; the page it leads to is shown where it was left.
    func step(isBack: Bool) {
        scrollMemory.prepareForReturn()
        if isBack { client.goBack() } else { client.goForward() }
    }

    /// Requests the page anew.
    package func reload() {
        prepareForInput()
        client.reload()
        settle()
    }
}
