import HTMLTree
import LiveProtocol

/// What a whole view shows, made and not on the page yet.
struct ViewContent {
    let fragment: NodeID
    let streams: [StreamDiff]
    /// The nodes of the rendered tree whose parts are known.
    let built: [RenderedNode]
}
