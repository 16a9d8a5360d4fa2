import ArgumentParser
import Simulator
import TextLayout

/// `render PATH`: one frame of a view, with no terminal.
struct RenderCommand<App: ViewfinderApp>: ParsableCommand {
    /// What a frame is printed as.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text
        case ansi
        case svg
        case html
        case htmlPicture = "html-picture"
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "render", abstract: "Print one frame of a view.")
    }

    @Argument(help: "The path of the view.")
    var path: String

    @Option(help: "The size of the frame in columns and rows.")
    var size = Size(columns: 80, rows: 24)

    @Option(
        name: .customLong("as"),
        help: """
            What to print: the frame as text, as ansi with the colours of a terminal, as an svg picture or an \
            html-picture; or the document as html.
            """)
    var form = Form.text

    @Option(help: "The colours of ansi, svg and html-picture: none, 16, 256 or truecolor. (default: truecolor)")
    var color: FrameColors?

    @OptionGroup
    private var looks: LooksOptions

    @Option(help: "Keys to press first, spelled as in scenarios and divided by blanks: \"tab enter\".")
    var press: String?

    @Flag(help: "Print the page as it is before its view is joined, as a browser without scripts shows it.")
    var dead = false

    func validate() throws {
        _ = try keys
        if color != nil, form == .text || form == .html {
            throw ValidationError("--color goes with --as ansi, --as svg or --as html-picture")
        }
    }

    func run() throws {
        looks.useWidths()
        let printer = PagePrinter<App>(size: size, connects: !dead, keys: try keys)
        let colors = color ?? .truecolor
        switch form {
        case .text: try Output.standard.data(try printer.frame(at: path).text + "\n")
        case .ansi:
            let theme = try looks.chosenTheme() ?? .anyGround
            try Output.standard.ansi(try printer.frame(at: path), colors: colors, theme: theme)
        case .svg:
            let theme = try looks.chosenTheme() ?? .dark
            try Output.standard.data(try printer.frame(at: path).svg(colors: colors, theme: theme))
        case .html: try Output.standard.data(try printer.html(at: path) + "\n")
        case .htmlPicture:
            let theme = try looks.chosenTheme() ?? .dark
            try Output.standard.data(try printer.frame(at: path).html(title: path, colors: colors, theme: theme))
        }
    }

    private var keys: [Key] {
        get throws {
            do throws(KeyError) {
                return try press.map(Key.sequence) ?? []
            } catch {
                throw ValidationError("--press: \(error.message)")
            }
        }
    }
}

extension FrameColors: ExpressibleByArgument {}

extension Size: ExpressibleByArgument {
    /// Reads `80x24`: columns, then rows, each from 1 to 1,000.
    public init?(argument: String) {
        let numbers = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
            (1...1000).contains(columns), (1...1000).contains(rows)
        else { return nil }
        self.init(columns: columns, rows: rows)
    }

    /// The size as the help shows it.
    public var defaultValueDescription: String { "\(columns)x\(rows)" }
}
