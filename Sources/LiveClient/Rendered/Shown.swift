import HTMLTree
import LiveProtocol

/// What of the document shows a node of the rendered tree.
enum Shown {
    /// The nodes of its skeleton.
    case skeleton(ShownSkeleton)
    /// What shows its rows.
    case rows(SkeletonContext)
    /// Nodes of parsed HTML, whose parts are not known.
    case markup([NodeID], SkeletonContext)

    var context: SkeletonContext {
        switch self {
        case .skeleton(let shown): shown.context
        case .rows(let context), .markup(_, let context): context
        }
    }
}

/// The document's nodes of one use of a skeleton.
final class ShownSkeleton {
    let skeleton: Skeleton
    let context: SkeletonContext
    /// By the skeleton's entries.
    var nodes: [NodeID] = []
    /// What stands in the skeleton's places.
    var contents: [ShownContent] = []
    /// The attributes that name a root, and the entry that carries them.
    var identity: (entry: Int, attributes: [Attribute])?

    /// - Parameter reserves: Whether nodes and contents are going to be added one by one.
    init(_ skeleton: Skeleton, in context: SkeletonContext, reserves: Bool = true) {
        self.skeleton = skeleton
        self.context = context
        guard reserves else { return }
        nodes.reserveCapacity(skeleton.entries.count)
        contents.reserveCapacity(skeleton.places.count)
    }
}

/// What of the document stands in one place of a skeleton.
enum ShownContent {
    case nothing
    case text(NodeID)
    /// Nodes of a dynamic that is itself HTML.
    case markup([NodeID])
    case node(RenderedNode)
    case component(Int)
}

extension RenderedNode {
    /// The skeleton of the node in a place; nil when its HTML means something only together with what is around it.
    func skeleton(in context: SkeletonContext) -> Skeleton? {
        context.skeleton(of: statics) { dynamics[$0].startsWithRow }
    }
}

extension RenderedNode.Dynamic {
    /// Whether the HTML starts with a table row, so that it implies the row group around it.
    fileprivate var startsWithRow: Bool {
        switch self {
        case .text(let text): Self.startsWithRow(text)
        case .component: false
        case .node(let node):
            Self.startsWithRow((node.rows == nil ? node : node.rows?.first)?.statics.pieces.first ?? "")
        }
    }

    private static func startsWithRow(_ html: String) -> Bool {
        let start = html.utf8.drop { $0 <= UInt8(ascii: " ") }.prefix(4).map { $0 | 0x20 }
        return start.starts(with: "<tr".utf8) && (start.count < 4 || start[3] <= UInt8(ascii: " ") || start[3] == 0x3E)
    }
}
