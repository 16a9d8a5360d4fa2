extension LiveSocket where Owner: EventHandler {
    /// Sends an info to a component, which handles it right after this handler; when it is not on the page, nothing
    /// happens.
    public mutating func send<Component: LiveComponent>(
        _ info: Component.Info, to type: Component.Type, id: some TextConvertible
    ) {
        state.messages.append(.component(ComponentKey(type, id), info))
    }
}

extension LiveSocket where Owner: LiveComponent {
    /// Sends an info to the view that the component is placed in, which handles it right after this handler.
    ///
    /// When the view is of another type, the event fails.
    public mutating func send<Parent: LiveView>(_ info: Parent.Info, toParent type: Parent.Type) {
        state.messages.append(.view(info, of: type))
    }
}
