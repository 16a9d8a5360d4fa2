/// Why a diff cannot be merged or shown: it does not fit the tree that the view has sent so far.
enum RenderedTreeError: Error, Hashable {
    case unknownComponent(Int)
    case unknownTemplate(Int)
    /// A node came without statics where there was none before.
    case missingStatics
    case dynamicOutOfRange(index: Int, count: Int)
    case rowOutOfRange(index: Int, count: Int)
    case componentCycle(Int)
    case tooDeep(limit: Int)
}

extension RenderedTreeError: CustomStringConvertible {
    var description: String {
        switch self {
        case .unknownComponent(let cid): "no component with cid \(cid) was sent, but the page places it"
        case .unknownTemplate(let number): "no template with number \(number) came with the diff that uses it"
        case .missingStatics: "a node without statics came where the page had none"
        case .dynamicOutOfRange(let index, let count): "dynamic \(index) changed in a node that has \(count)"
        case .rowOutOfRange(let index, let count): "row \(index) was used of a list that had \(count)"
        case .componentCycle(let cid): "component \(cid) shares statics with itself"
        case .tooDeep(let limit): "the tree is deeper than \(limit) nodes"
        }
    }
}
