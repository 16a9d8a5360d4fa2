import Benchmark
import HTMLTree
import LiveProtocol
import Simulator
import TextLayout

/// Pages as a person meets them: opened, typed into, printed.
enum PageFigures {
    private static let size = Size(columns: 80, rows: 24)

    static func add() {
        Benchmark.add("page opened and painted") {
            { blackHole(makeSimulator().frame()) }
        }
        Benchmark.add("key to frame") {
            let simulator = makeSimulator()
            simulator.press(Key(.tab))
            simulator.press(Key(.enter))
            var number = 0
            return {
                simulator.press(number & 1 == 0 ? Key(.character("a")) : Key(.backspace))
                blackHole(simulator.frame())
                number += 1
            }
        }
        Benchmark.add("document of 10,000 rows built") {
            let html = table(rows: 10_000)
            return { blackHole(Document(parsing: html)) }
        }
        for rows in [10_000, 100_000] {
            Benchmark.add("HTML of \(rows) rows to text") {
                let html = table(rows: rows)
                return { blackHole(text(of: html)) }
            }
        }
    }

    private static func text(of html: String) -> String {
        let layout = PageLayout(document: Document(parsing: html))
        layout.update(width: size.columns, marks: [:])
        var frame = Frame(size: Size(columns: size.columns, rows: layout.height))
        let area = Rect(column: 0, row: 0, columns: size.columns, rows: layout.height)
        layout.paint(into: &frame, area: area, scroll: 0)
        return frame.text
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
