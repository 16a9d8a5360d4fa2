import HTMLTree

/// The values of a number field or slider, as the arrow keys step through them (WHATWG 4.10.5.3.8).
struct NumberSteps {
    private let least: Double?
    private let most: Double?
    private let step: Double
    /// How many digits after the point the values have.
    private let digits: Int

    /// - Parameter isSlider: Whether it always has ends, 0 and 100 unless told.
    init(of control: NodeID, in document: Document, isSlider: Bool) {
        let minimum = document.attribute("min", of: control)
        let maximum = document.attribute("max", of: control)
        let stepping = document.attribute("step", of: control)
        least = minimum.flatMap(HTMLNumber.parse) ?? (isSlider ? 0 : nil)
        most = maximum.flatMap(HTMLNumber.parse) ?? (isSlider ? 100 : nil)
        let step = stepping.flatMap(HTMLNumber.parse) ?? 1
        self.step = step > 0 ? step : 1
        digits = [minimum, stepping].compactMap(\.self).map(Self.digits).max() ?? 0
    }

    /// The value a step away from a text, one that is no number counting as 0; nil when there is no such end.
    func value(_ choice: ChoiceStep, from text: String) -> String? {
        let present = HTMLNumber.parse(text) ?? 0
        switch choice {
        case .first: return least.map(shortened)
        case .last: return most.map { shortened(highest(upTo: $0)) }
        case .next: return shortened(neighbour(of: present, isUp: true))
        case .previous: return shortened(neighbour(of: present, isUp: false))
        case .nextPage: return shortened(neighbour(of: present + page - step / 2, isUp: true))
        case .previousPage: return shortened(neighbour(of: present - page + step / 2, isUp: false))
        }
    }

    /// A tenth of the way from end to end, and at least a step; ten steps where there are no ends.
    private var page: Double {
        guard let least, let most, most > least else { return 10 * step }
        return max(step, ((most - least) / 10 / step).rounded() * step)
    }

    /// The next value on a step, kept between the ends.
    private func neighbour(of value: Double, isUp: Bool) -> Double {
        let base = least ?? 0
        let place = (value - base) / step
        let nearest = place.rounded()
        let isOnStep = abs(place - nearest) < 1e-9
        let wanted: Double =
            if isUp { isOnStep ? nearest + 1 : place.rounded(.up) } else {
                isOnStep ? nearest - 1 : place.rounded(.down)
            }
        var next = base + wanted * step
        if let most { next = min(next, highest(upTo: most)) }
        if let least { next = max(next, least) }
        return next
    }

    /// The highest value on a step that is not above a limit.
    private func highest(upTo limit: Double) -> Double {
        let base = least ?? 0
        return base + ((limit - base) / step + 1e-9).rounded(.down) * step
    }

    /// A value as text, without the traces of binary fractions.
    private func shortened(_ value: Double) -> String {
        var scale = 1.0
        for _ in 0..<min(digits, 12) { scale *= 10 }
        return HTMLNumber.text((value * scale).rounded() / scale)
    }

    private static func digits(_ text: String) -> Int {
        text.split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    }
}
