import LiveEngine
import LiveProtocol

/// Events through a session: decoded, handled, rendered, diffed, answered.
enum EngineFigures {
    static let all = [flash, counter] + [100, 1_000, 10_000, 100_000].map(oneRow)

    private static let flash = Benchmark(name: "flash put or clear", count: 100_000) {
        let view = JoinedView("/settings", of: App.makeEngine())
        let events = ["put", "clear"].map { EventPush(type: "click", event: $0) }
        var number = 0
        return {
            view.send(events[number & 1])
            number += 1
        }
    }

    private static let counter = Benchmark(name: "counter", count: 100_000) {
        let view = JoinedView("/counter", of: App.makeEngine())
        let event = EventPush(type: "click", event: "increment")
        return { view.send(event) }
    }

    private static func oneRow(of count: Int) -> Benchmark {
        Benchmark(name: "one row of \(count)", count: max(5, 200_000 / count)) {
            let view = JoinedView("/rows/\(count)", of: App.makeEngine())
            let event = EventPush(type: "click", event: "hit", value: .json(["row": .integer(count / 2)]))
            return { view.send(event) }
        }
    }
}
