/// The numbers that `range(...)` counts.
final class RangeList: TemplateList {
    private let start: Int
    private let step: Int
    let count: Int

    /// - Parameter step: Not 0.
    init(start: Int, stop: Int, step: Int) {
        self.start = start
        self.step = step
        let distance = step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
        let width = step.magnitude
        let span = distance.overflow ? UInt(Int.max) : UInt(max(0, distance.partialValue))
        count = span == 0 ? 0 : Int((span - 1) / width + 1)
    }

    subscript(index: Int) -> TemplateValue { .integer(start + index * step) }
}
