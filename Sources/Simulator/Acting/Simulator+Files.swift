import HTMLTree
import LiveClient

extension Simulator {
    /// Focuses a file input and chooses files in it, as one change.
    package func choose(_ files: [ClientFile], in node: NodeID) throws(SimulatorError) {
        prepareForInput()
        try checkReach(of: node)
        guard document.controlKind(of: node) == .file else { throw .notAFileInput(describe(node)) }
        guard files.count <= 1 || document.hasAttribute("multiple", of: node) else {
            throw .oneFileOnly(describe(node), asked: files.count)
        }
        client.focus(node)
        if document.isAlive(node) { client.choose(files, in: node) }
        settle()
    }
}
