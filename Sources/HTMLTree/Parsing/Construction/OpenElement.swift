/// One entry of the stack of open elements.
///
/// The places below are positions in the stack, -1 where there is none. They answer "is there such an element before
/// such a boundary" without walking the stack, so that deep nesting costs nothing.
struct OpenElement {
    private(set) var node: NodeID
    let tag: Tag
    let namespace: Namespace
    /// The name's number in `OpenElements`.
    let symbol: Int
    /// Whether it is in the "special" category.
    let isSpecial: Bool
    /// The nearest lower element of the same symbol.
    var previousOfSymbol: Int32 = -1
    /// The nearest element, this one included, that ends the common scope.
    var scopeEnd: Int32 = -1
    /// The nearest special element, this one included.
    var nearestSpecial: Int32 = -1
    /// The nearest special element that is no `address`, `div` or `p`, this one included.
    var nearestItemEnd: Int32 = -1
    /// The nearest HTML element, this one included.
    var nearestHTML: Int32 = -1

    func isHTML(_ tag: Tag) -> Bool { self.tag == tag && namespace == .html }

    var isHTML: Bool { namespace == .html }

    var isFormatting: Bool { isHTML && tag.isFormatting }

    /// The same entry for a copy of the node.
    func standing(for copy: NodeID) -> OpenElement {
        var element = self
        element.node = copy
        return element
    }

    /// Whether text and most start tags in it are HTML (WHATWG 13.2.6, "MathML text integration point").
    var isMathMLTextIntegrationPoint: Bool {
        guard namespace == .mathML else { return false }
        switch tag {
        case .mi, .mo, .mn, .ms, .mtext: return true
        default: return false
        }
    }

    var endsScope: Bool {
        switch namespace {
        case .html: tag.endsScope
        case .mathML: isMathMLTextIntegrationPoint || tag == .annotationXML
        case .svg: tag == .foreignObject || tag == .desc || tag == .title
        }
    }
}
