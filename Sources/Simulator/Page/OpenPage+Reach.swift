import HTMLTree
import LiveClient

extension OpenPage {
    /// How an element is named to people.
    func describe(_ node: NodeID) -> ElementDescription { ElementDescription(of: node, in: document) }

    func checkNoQuestion() throws(SimulatorError) {
        if let question = client.question { throw .questionOpen(question) }
    }

    /// Checks that a person could act on an element: it is there, shown, enabled, and not behind a modal.
    func checkReach(of node: NodeID) throws(SimulatorError) {
        try checkNoQuestion()
        update()
        guard document.isAlive(node), document.isConnected(node) else { throw .gone(describe(node)) }
        guard isDisplayed(node) else { throw .hidden(describe(node)) }
        guard !document.isDisabled(node) else { throw .disabled(describe(node)) }
        if let modal, !document.contains(modal, node), !banners.contain(node, in: document) {
            throw .behindModal(describe(node), modal: describe(modal))
        }
    }

    /// Whether something comes of a click on an element: it, or what it is in, does something, or something on the page
    /// listens to clicks beside it.
    func hearsClicks(_ node: NodeID) -> Bool {
        if client.bindings.hasElements(.clickAway) { return true }
        return ([node] + document.ancestors(of: node)).contains {
            client.isClickable($0) || document.isFocusable($0) || document.hasAttribute(BindingName.hook, of: $0)
        }
    }
}
