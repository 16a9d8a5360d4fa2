import Markup

extension LiveSocket {
    /// Sends an info to the view that this one is placed in, which handles it when it has handled what it got before.
    ///
    /// When this view is placed in none, or in one of another type, nothing happens.
    public mutating func send<Parent: LiveView>(_ info: Parent.Info, toParent type: Parent.Type) {
        state.requests.append(.message(.sendParent(info, ObjectIdentifier(type))))
    }

    /// Sends an info to a view that is placed in this one; when it is not there, or of another type, nothing happens.
    public mutating func send<Child: LiveView>(_ info: Child.Info, to type: Child.Type, id: some TextConvertible) {
        state.requests.append(.message(.sendChild(info, ObjectIdentifier(type), id: id.renderedText)))
    }
}
