import HTMLTree
import LiveProtocol
import Simulator
import TextLayout

/// Pages as a person meets them: opened, typed into, printed.
enum PageFigures {
    static let all = [open, key, document(rows: 10_000), text(rows: 10_000), text(rows: 100_000)]

    private static let size = Size(columns: 80, rows: 24)

    private static let open = Benchmark(name: "page opened and painted", count: 200) {
        { _ = makeSimulator().frame() }
    }

    private static let key = Benchmark(name: "key to frame", count: 2_000) {
        let simulator = makeSimulator()
        simulator.press(Key(.tab))
        simulator.press(Key(.enter))
        var number = 0
        return {
            simulator.press(number & 1 == 0 ? Key(.character("a")) : Key(.backspace))
            _ = simulator.frame()
            number += 1
        }
    }

    private static func document(rows: Int) -> Benchmark {
        Benchmark(name: "document of \(rows) rows built", count: 1) {
            let html = table(rows: rows)
            return { _ = Document(parsing: html) }
        }
    }

    private static func text(rows: Int) -> Benchmark {
        Benchmark(name: "HTML of \(rows) rows to text", count: 1) {
            let html = table(rows: rows)
            return {
                let layout = PageLayout(document: Document(parsing: html))
                layout.update(width: size.columns, marks: [:])
                var frame = Frame(size: Size(columns: size.columns, rows: layout.height))
                let area = Rect(column: 0, row: 0, columns: size.columns, rows: layout.height)
                layout.paint(into: &frame, area: area, scroll: 0)
                _ = frame.text
            }
        }
    }

    private static func makeSimulator() -> Simulator {
        let clock = VirtualClock()
        let simulator = Simulator(host: App.makeEngine(clock: clock), clock: clock, size: size)
        simulator.open("/settings")
        return simulator
    }

    private static func table(rows: Int) -> String {
        let rows = (0..<rows).map { "<tr id=\"row-\($0)\"><td>\($0)</td><td>Row number \($0)</td></tr>\n" }
        return "<table><thead><tr><th>Number<th>Name</thead><tbody>\(rows.joined())</table>"
    }
}
