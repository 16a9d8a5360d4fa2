import Basics
import CLibrary
import TextLayout

/// The program with the same commands and the network besides: `viewfinder-web` beside `viewfinder`.
enum WebProgram {
    /// Lets that program take the place of this one, with the same arguments.
    ///
    /// - Parameter need: What it is needed for, as it was typed.
    /// - Throws: `ExitStatus` when there is no such program, after saying where it comes from.
    static func takeOver(for need: String) throws -> Never {
        let own = pathOfRunningProgram().flatMap(FileSystem.realPath) ?? CommandLine.arguments.first ?? ""
        let words = CommandLine.arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        execv(own + suffix, words + [nil])
        let problem = errno
        try Output.errors.words(self.words(of: problem, need, own))
        throw ExitStatus.unusable
    }

    private static let suffix = "-web"

    /// Why the other program did not start, and what to do.
    private static func words(of problem: Int32, _ need: String, _ own: String) -> String {
        let name = own.split(separator: "/").last ?? "viewfinder"
        let web = ReadableText.quote(name + suffix)
        guard problem == ENOENT else {
            return "\(need): the program \(web) cannot be started: \(String(cString: strerror(problem)))"
        }
        let advice =
            name == "viewfinder"
            ? "build it with: swift build --product viewfinder-web"
            : "build one of that name, whose app is a WebApp of the module ViewfinderWeb"
        return "\(need): this needs the program \(web) beside this one, and there is none; \(advice)"
    }
}
