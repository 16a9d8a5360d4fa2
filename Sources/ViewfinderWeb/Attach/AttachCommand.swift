import ArgumentParser
import Basics
import CLibrary
import LiveClient
import LiveProtocol
import LiveRemote
import Simulator
import TerminalUI
import TextLayout
import Viewfinder

/// `attach URL`: a page of a server elsewhere, interactive on a terminal, printed elsewhere.
struct AttachCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "attach",
            abstract: "Open a page of a LiveView server, such as Phoenix or pyview, in the terminal.",
            discussion: """
                When the output is not a terminal, or with --once, the page is printed as text. Exit code 0: it is there \
                and its view answers. 1: it is an error page, or its view does not answer. 2: there is nothing to show.
                """)
    }

    @Argument(
        help: "The page's address: http://127.0.0.1:4000/settings; http:// may be left out.",
        transform: PageAddress.parsed)
    var address: PageAddress

    @Flag(help: "Print the page as text, and end.")
    var once = false

    @Option(help: "The columns of a page that is printed.")
    var columns = 80

    @OptionGroup var remote: RemoteArguments

    @OptionGroup private var terminal: TerminalArguments

    @Option(help: "How many seconds the page and its view may take to answer.")
    var within = 10.0

    func validate() throws {
        guard (1...1000).contains(columns) else { throw ValidationError("--columns takes a number from 1 to 1000") }
        guard within > 0, within <= 600 else { throw ValidationError("--within takes seconds from 0 to 600") }
    }

    func run() throws {
        let isInteractive = !once && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if isInteractive { TerminalGuardian.start() }
        var settings = PageFactory<App>().clientSettings
        settings.cookies = try remote.initialCookies(for: address.origin)
        // What the page has of JavaScript stands in the inspector.
        settings.lint[.unknownHook] = .ignore
        let page = AttachedPage(
            address, host: WebNetwork.host(HostOptions(remote)), size: Size(columns: columns, rows: 24),
            settings: settings)
        try isInteractive ? show(page) : print(page)
    }

    private var limit: Duration { .seconds(within) }

    // MARK: Showing

    private func show(_ page: AttachedPage) throws {
        var options = try terminal.options()
        options.target = page.simulator.scenarioTargets
        try awaitPage(page)
        // What comes at once is in the first picture; nobody waits longer for it.
        page.wait(within: .milliseconds(300)) { page.isSettled }
        let status: Int32
        do {
            status = try TerminalSession(simulator: page.simulator, options: options) { page.now }.run()
        } catch {
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
        throw ExitStatus(code: status)
    }

    private func print(_ page: AttachedPage) throws {
        try awaitPage(page)
        let client = page.simulator.client
        if let question = client.question {
            try Output.errors.words("\(address.text): \(question) Attach to that address instead.")
            throw ExitStatus.unusable
        }
        let isSettled = page.wait(within: limit) { page.isSettled }
        page.simulator.resize(Size(columns: columns, rows: max(1, page.simulator.pageHeight)))
        try Output.standard.data(page.simulator.frame().text + "\n")
        for problem in page.problems { try Output.errors.words(problem) }
        if client.status >= 400 {
            try Output.errors.words("\(client.address) answered with status \(client.status)")
        }
        if !isSettled { try Output.errors.words("\(client.address) was not at rest after \(within) s") }
        let isGood = client.status < 400 && isSettled && !client.isConnectionLost && page.problems.isEmpty
        throw isGood ? ExitStatus.success : ExitStatus.failure
    }

    /// - Throws: `ExitStatus` when there is nothing to show, after saying why.
    private func awaitPage(_ page: AttachedPage) throws {
        let client = page.simulator.client
        page.wait(within: limit) { page.isThere || client.loadingAddress == nil }
        guard !page.isThere else { return }
        let reason = page.problems.last ?? "\(address.text) did not answer within \(within) s"
        try Output.errors.words(reason)
        throw ExitStatus.unusable
    }
}
