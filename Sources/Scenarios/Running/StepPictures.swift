import Simulator
import TextLayout

/// What the run of a case does with the pictures of its page after each step: two runs are compared by them.
struct StepPictures {
    private enum Use {
        case none
        case keep
        case keepLast
        case compare
    }

    /// Nobody looks at them.
    static let unused = StepPictures(use: .none, kept: [])
    /// They are kept for another run.
    static let toKeep = StepPictures(use: .keep, kept: [])
    /// The last one is kept.
    static let toKeepLast = StepPictures(use: .keepLast, kept: [])
    /// They are to be those of another run.
    static func toCompare(with kept: [Frame?]) -> StepPictures { StepPictures(use: .compare, kept: kept) }

    private let use: Use
    /// Nil where a task of the view was at work, so that the picture was to change at any moment.
    private(set) var kept: [Frame?]
    /// How many steps are over.
    private var count = 0

    private init(use: Use, kept: [Frame?]) {
        self.use = use
        self.kept = kept
    }

    /// The picture that there has to be after the present step; nil when there need not be one.
    var wanted: Frame? { use == .compare && count < kept.count ? kept[count] : nil }

    /// A step is over, whether it could be done or not.
    mutating func goOn(after simulator: Simulator) {
        if use == .keep { kept.append(simulator.isServerWorking ? nil : simulator.frame()) }
        count += 1
    }

    /// All steps are over.
    mutating func end(after simulator: Simulator) {
        if use == .keepLast { kept = [simulator.isServerWorking ? nil : simulator.frame()] }
    }
}

extension Frame {
    /// Whether nobody could tell them apart.
    func isSame(as other: Frame) -> Bool {
        size == other.size && cursor == other.cursor && rows(otherThanIn: other).isEmpty
    }

    /// The rows that look different there.
    func rows(otherThanIn other: Frame) -> Set<Int> {
        guard size == other.size else { return [] }
        return Set((0..<size.rows).filter { !hasSameRow($0, as: other) })
    }
}
