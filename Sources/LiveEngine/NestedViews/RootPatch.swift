import LiveProtocol

/// A patch that a nested view asks for, and the view at the page's address makes (CLIENT.md 13).
struct RootPatch: Sendable {
    let url: String
    let kind: HistoryKind
    /// What the nested view said with it, which the root shows (FLASH.md 2).
    let flash: Flash
}
