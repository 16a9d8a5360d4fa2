import HTMLTree
import LiveProtocol

/// Where skeletons can stand: the elements around the place, from the view's container down. HTML means the same in
/// places with the same elements around them.
final class SkeletonContext {
    /// The names of the elements around the place, the container excluded, the outermost first.
    let path: [String]
    private unowned let library: SkeletonLibrary
    private var skeletons: [Variant: Skeleton?] = [:]
    private var last: (statics: Statics, skeleton: Skeleton?)?

    /// A skeleton has a variant for each set of its row places that hold rows.
    private struct Variant: Hashable {
        var statics: Statics
        var filled: [Int]
    }

    init(path: [String], library: SkeletonLibrary) {
        self.path = path
        self.library = library
    }

    /// Whether markup that stands here is SVG.
    var isForeign: Bool {
        guard let svg = path.lastIndex(of: "svg") else { return false }
        return !path[svg...].contains { ["foreignObject", "desc", "title"].contains($0) }
    }

    /// Whether text that stands here goes elsewhere, as in a table.
    var movesText: Bool {
        switch path.last {
        case "table", "tbody", "thead", "tfoot", "tr", "colgroup": true
        default: false
        }
    }

    /// The context of a place inside an element of a skeleton that stands here.
    func context(below names: [String]) -> SkeletonContext {
        names.isEmpty ? self : library.context(path: path + names)
    }

    /// The skeleton of statics that stand here; nil when their HTML means something only together with what is around it.
    ///
    /// - Parameter startsWithRow: Whether the HTML of a dynamic starts with a table row, so that it implies the row group
    ///   around it.
    func skeleton(of statics: Statics, startsWithRow: (Int) -> Bool) -> Skeleton? {
        let plain = plainSkeleton(of: statics)
        guard let plain, !plain.rowPlaces.isEmpty else { return plain }
        let filled = plain.rowPlaces.filter(startsWithRow)
        return filled.isEmpty ? plain : skeleton(Variant(statics: statics, filled: filled))
    }

    /// Lets go of all skeletons; those that are asked for again are made again.
    func forget() {
        skeletons = [:]
        last = nil
    }

    private func plainSkeleton(of statics: Statics) -> Skeleton? {
        if let last, last.statics === statics { return last.skeleton }
        let skeleton = skeleton(Variant(statics: statics, filled: []))
        last = (statics, skeleton)
        return skeleton
    }

    private func skeleton(_ variant: Variant) -> Skeleton? {
        if let known = skeletons[variant] { return known }
        let skeleton = library.compile(variant.statics, in: self, filled: variant.filled)
        skeletons[variant] = skeleton
        return skeleton
    }
}
