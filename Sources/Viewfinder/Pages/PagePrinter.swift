import LiveEngine
import LiveProtocol
import Simulator
import TextLayout

/// Gives a page as frame or text, where there is no terminal.
struct PagePrinter<App: ViewfinderApp> {
    let size: Size
    /// Whether the page's views are joined.
    var connects = true
    /// What is pressed first.
    var keys: [Key] = []

    /// The part of the page that fits the size.
    func frame(at path: String) throws(UnknownView) -> Frame {
        try open(path).frame()
    }

    /// The whole page, as wide as the size and as long as it takes.
    func page(at path: String) throws(UnknownView) -> String {
        let simulator = try open(path)
        simulator.resize(Size(columns: size.columns, rows: max(1, simulator.pageHeight)))
        return simulator.frame().text
    }

    /// The document as the client holds it.
    func html(at path: String) throws(UnknownView) -> String {
        let document = try open(path).client.document
        return document.innerHTML(of: document.root)
    }

    private func open(_ path: String) throws(UnknownView) -> Simulator {
        let simulator = try PageFactory<App>().open(path, size: size, connects: connects)
        for key in keys { simulator.press(key) }
        return simulator
    }
}
