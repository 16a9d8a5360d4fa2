/// Sees which views and components are shown, and what their handlers get.
protocol HandlerWatch: AnyObject, Sendable {
    /// A view or a component is shown, or a view shows another address of its own.
    ///
    /// - Parameter url: The page's address; nil for what is at no address of its own.
    func opened(_ type: any EventHandler.Type, at url: String?)

    /// An event was handled.
    func handled(_ event: String, by type: any EventHandler.Type)

    /// The handler of an event failed, or never got it since it could not be read.
    func failed(_ event: String, by type: any EventHandler.Type, _ error: any Error)

    /// An info is handled.
    func handles(_ info: some Sendable, by type: any EventHandler.Type)
}
