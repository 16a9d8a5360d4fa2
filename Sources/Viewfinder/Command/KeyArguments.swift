import ArgumentParser
import Basics
import TerminalUI
import TextLayout

/// The person's own map of keys, for what is shown in a terminal.
package struct KeyArguments: ParsableArguments {
    @Option(
        help: """
            A file with your own keys for actions, as "keys" prints them. \
            (default: viewfinder/keys in $XDG_CONFIG_HOME or ~/.config)
            """,
        completion: .file())
    var keys: String?

    package init() {}

    /// The longest file that is read, in bytes.
    private static let limit = 256 * 1024

    /// Reads the map; nil where there is none.
    ///
    /// - Throws: `ExitStatus` when a file that was asked for cannot be read, after saying so.
    package func file() throws -> KeyFile? {
        guard let path = keys ?? Self.ownPath else { return nil }
        do throws(FileFailure) {
            return KeyFile(text: try FileSystem.text(of: path, limit: Self.limit), path: path)
        } catch {
            if keys == nil, FileSystem.status(of: path) == nil { return nil }
            try Output.errors.words("\(ReadableText.quote(path)): \(error.reason)")
            throw ExitStatus.unusable
        }
    }

    /// Where the person's own map is, if there is one.
    static var ownPath: String? {
        if let folder = Environment.value(of: "XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return "\(folder)/viewfinder/keys"
        }
        return Environment.value(of: "HOME").flatMap { $0.isEmpty ? nil : "\($0)/.config/viewfinder/keys" }
    }
}
