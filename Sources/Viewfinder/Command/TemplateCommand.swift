import ArgumentParser
import Basics
import LiveEngine
import LiveProtocol
import TextLayout

/// `template FILE`: one template file rendered with JSON data, for trying templates out and for editors.
struct TemplateCommand<App: ViewfinderApp>: ParsableCommand {
    /// What is printed.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case html
        case tree
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "template", abstract: "Render a template file with JSON data.",
            discussion: "What is wrong with the template is told as FILE:LINE:COLUMN, with exit code 1.")
    }

    @Argument(help: "The template file.")
    var file: String

    @Option(help: "A file with a JSON object, whose members the template sees by name.")
    var data: String?

    @Option(name: .customLong("as"), help: "What to print: the html, or the tree of statics and dynamics as JSON.")
    var form = Form.html

    @Option(help: "The folder of all templates, from which others are included. (default: the folder of the file)")
    var root: String?

    func run() throws {
        let (folder, name) = try place()
        let library = TemplateLibrary(folder: folder)
        let context = try context()
        do {
            switch form {
            case .html: try Output.standard.data(try library.html(name, context: context))
            case .tree: try Output.standard.data(try library.render(name, context: context).tree.json + "\n")
            }
        } catch let error as TemplateError {
            try Output.errors.words(error.description)
            throw ExitStatus.failure
        }
    }

    /// The folder of all templates, and the file's name in it.
    private func place() throws(ValidationError) -> (folder: String, name: String) {
        let slash = file.lastIndex(of: "/")
        let written = slash.map { String(file[...$0]) } ?? "."
        guard FileSystem.status(of: file) != nil, let own = FileSystem.realPath(written) else {
            throw ValidationError("There is no file \(ReadableText.quote(file)).")
        }
        let path = own + "/" + file[(slash.map(file.index(after:)) ?? file.startIndex)...]
        let folder = root.map { FileSystem.realPath($0) ?? $0 } ?? own
        guard path.hasPrefix(folder + "/") else {
            throw ValidationError(
                "\(ReadableText.quote(file)) is not in the folder \(ReadableText.quote(root ?? own)).")
        }
        return (folder, String(path.dropFirst(folder.count + 1)))
    }

    /// The longest file of data, in bytes.
    private static var dataLimit: Int { 64 << 20 }

    private func context() throws -> JSONValue {
        guard let data else { return [:] }
        let name = ReadableText.quote(data)
        let text: String
        do {
            text = try FileSystem.text(of: data, limit: Self.dataLimit, acceptsStreams: true)
        } catch {
            throw ValidationError("The data file \(name) cannot be read: \(error.reason).")
        }
        do {
            let value = try JSONValue(parsing: text)
            guard case .object = value else { throw ValidationError("\(name):1:1: expected a JSON object.") }
            return value
        } catch let error as JSONParsingError {
            let place = error.place(in: text)
            throw ValidationError("\(name):\(place.line):\(place.column): \(error.reason)")
        }
    }
}
