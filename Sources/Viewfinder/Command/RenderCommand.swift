import ArgumentParser
import TextLayout

/// `render PATH`: one frame of a view, with no terminal.
struct RenderCommand<App: ViewfinderApp>: ParsableCommand {
    /// What a frame is printed as.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text
        case html
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "render", abstract: "Print one frame of a view.")
    }

    @Argument(help: "The path of the view.")
    var path: String

    @Option(help: "The size of the frame in columns and rows.")
    var size = Size(columns: 80, rows: 24)

    @Option(name: .customLong("as"), help: "What to print: the frame as text, or the document as html.")
    var form = Form.text

    func run() throws {
        let printer = PagePrinter<App>(size: size)
        switch form {
        case .text: try Output.standard.data(try printer.frame(at: path) + "\n")
        case .html: try Output.standard.data(try printer.html(at: path) + "\n")
        }
    }
}
