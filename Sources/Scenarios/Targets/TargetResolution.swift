import HTMLTree

/// What came of looking for a target.
enum TargetResolution {
    case found(NodeID)
    /// Nothing fits; what fits nearly, each as a target, nearest first.
    case none(hiddenCount: Int, nearest: [String])
    /// Several fit where one is wanted; each as a target that tells it from the others.
    case several([NodeID], targets: [String])
    /// There are not so many.
    case tooFew(count: Int)
    /// The element in which to look is not there.
    case noSurroundings(String)
}
