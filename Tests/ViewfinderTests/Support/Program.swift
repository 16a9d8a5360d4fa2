import Foundation

/// A program that the package builds, run as a process of its own.
struct Program {
    /// What a finished run left behind.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    let path: URL

    /// Finds a product beside the running test bundle.
    init(_ name: String) {
        let executable = URL(fileURLWithPath: CommandLine.arguments[0])
        path = executable.deletingLastPathComponent().appendingPathComponent(name)
    }

    /// Runs the program to its end, with nothing on its standard input and no terminal.
    func run(_ arguments: String..., in folder: URL? = nil) throws -> Outcome {
        try run(arguments, in: folder)
    }

    func run(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let outputData = output.fileHandleForReading.readDataToEndOfFile()
        let errorData = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: outputData, as: UTF8.self),
            errors: String(decoding: errorData, as: UTF8.self))
    }
}
