import ArgumentParser
import Basics
import Foundation
import LiveEngine
import LiveProtocol
import Scenarios
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
        let path = URL(fileURLWithPath: file).standardizedFileURL.path
        let folder = root.map { URL(fileURLWithPath: $0) } ?? URL(fileURLWithPath: path).deletingLastPathComponent()
        let prefix = folder.standardizedFileURL.path + "/"
        guard path.hasPrefix(prefix) else {
            let names = (ReadableText.quote(file), ReadableText.quote(folder.path))
            throw ValidationError("\(names.0) is not in the folder \(names.1).")
        }
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("There is no file \(ReadableText.quote(file)).")
        }
        let library = TemplateLibrary(folder: folder.path)
        let context = try context()
        do {
            let name = String(path.dropFirst(prefix.count))
            switch form {
            case .html: try Output.standard.data(try library.html(name, context: context))
            case .tree: try Output.standard.data(try library.render(name, context: context).tree.json + "\n")
            }
        } catch let error as TemplateError {
            try Output.errors.words(error.description)
            throw ExitStatus.failure
        }
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
