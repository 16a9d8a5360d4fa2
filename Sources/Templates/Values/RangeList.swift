/// The numbers that `range(...)` counts.
final class RangeList: TemplateList {
    private let start: Int
    private let step: Int
    private let stop: Int
    let count: Int
    var isFixed: Bool { true }

    /// - Parameter step: Not 0.
    init(start: Int, stop: Int, step: Int) {
        self.start = start
        self.step = step
        self.stop = stop
        let distance = step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
        let width = step.magnitude
        let span = distance.overflow ? UInt(Int.max) : UInt(max(0, distance.partialValue))
        count = span == 0 ? 0 : Int((span - 1) / width + 1)
    }

    /// What it is called in programs.
    var text: String { step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))" }

    func contains(_ number: Int) -> Bool {
        guard count > 0 else { return false }
        let (first, last) = (start, start + (count - 1) * step)
        guard (min(first, last)...max(first, last)).contains(number) else { return false }
        return (Int128(number) - Int128(start)) % Int128(step) == 0
    }

    subscript(index: Int) -> TemplateValue { .integer(start + index * step) }
}
