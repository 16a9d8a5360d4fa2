import Basics

extension Document {
    /// Whether what a control holds is its owner's secret: a password field, or one that browsers fill in with a password.
    package func isSecret(_ node: NodeID) -> Bool {
        guard case .text(let kind) = controlKind(of: node) else { return false }
        if kind == .password { return true }
        return attribute("autocomplete", of: node).map { ASCIIText.contains("password", in: $0, ignoringCase: true) }
            ?? false
    }
}
