import ArgumentParser
import Simulator
import TerminalUI

/// `keys`: the map of keys, in the form of the file that changes it.
struct KeysCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys", abstract: "Print all actions with their keys, as a file of your own changes them.",
            discussion: """
                What is printed can be kept as the file, and changed there: each line gives an action its keys, and one \
                without keys takes them away. Exit code 0: the file is right, or there is none. 1: some of its lines do \
                not count, which is told with their places.
                """)
    }

    @OptionGroup
    private var arguments: KeyArguments

    func run() throws {
        let file = try arguments.file()
        try Output.standard.data(KeyFile.text(of: file?.map ?? .standard))
        guard let problems = file?.problems, !problems.isEmpty else { return }
        for problem in problems { try Output.errors.words(problem.message) }
        throw ExitStatus.failure
    }
}
