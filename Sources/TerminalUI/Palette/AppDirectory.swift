/// What an app has beside the page that is open, for the palette.
package struct AppDirectory: Sendable {
    /// The addresses that lead to its views, without those that need to be filled in.
    package let addresses: [String]
    /// Gives the paths of its scenario files; asked when the palette opens.
    package let scenarios: @Sendable () -> [String]
    /// What plays a scenario file, before the file's path.
    package let playCommand: String

    package init(
        addresses: [String] = [], playCommand: String = "", scenarios: @escaping @Sendable () -> [String] = { [] }
    ) {
        self.addresses = addresses
        self.playCommand = playCommand
        self.scenarios = scenarios
    }
}
