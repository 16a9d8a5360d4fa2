import Simulator
import TextLayout

extension Interface {
    /// Opens the palette over what can be done and opened now.
    func openPalette() {
        overlay = CommandPalette(actionItems + pictureItems + pageItems + scenarioItems)
    }

    /// What a key would do now; the entry presses the key.
    private var actionItems: [CommandPalette.Item] {
        let context = keyContext
        let aroundPage = keys.rows.filter { $0.action != .palette }.compactMap { row in
            item(row.does, kind: PanelKeyMap.group, keys.keys(of: row, in: context))
        }
        let onPage = simulator.availableActions.compactMap { item($0.does, kind: $0.group.title, $0.keys) }
        let own = simulator.pageOwnActions.compactMap { item($0.does, kind: $0.group.title, $0.keys) }
        return own + onPage + aroundPage
    }

    private func item(_ does: String, kind: String, _ keys: [Key]) -> CommandPalette.Item? {
        guard let key = keys.first else { return nil }
        return CommandPalette.Item(title: does, kind: kind, note: keys.map(\.name).joined(separator: " ")) {
            [unowned self] in
            overlay = nil
            return overlayOutcome(of: press(key))
        }
    }

    /// Leaves what a key has opened open.
    private func overlayOutcome(of reaction: Reaction) -> OverlayOutcome {
        guard let opened = overlay else { return .closedAnd(reaction) }
        return .next(opened)
    }

    private var pictureItems: [CommandPalette.Item] {
        PicturePrompt.Form.allCases.map { form in
            CommandPalette.Item(title: "write a picture as \(form.rawValue)", kind: "Picture", note: "") {
                [unowned self] in
                writePicture(as: form)
                return .closed
            }
        }
    }

    /// The pages one was at, the last first, and those that the app has.
    private var pageItems: [CommandPalette.Item] {
        let recent = recentPages.filter { $0 != simulator.client.address }
        let others = directory.addresses.filter { !recent.contains($0) && $0 != simulator.client.address }
        return recent.map { page($0, kind: "Page, recent") } + others.map { page($0, kind: "Page") }
    }

    private func page(_ address: String, kind: String) -> CommandPalette.Item {
        CommandPalette.Item(title: address, kind: kind, note: "") { [unowned self] in
            simulator.open(address)
            return .closed
        }
    }

    /// A scenario is played by a program of its own; the palette says and copies by which command.
    private var scenarioItems: [CommandPalette.Item] {
        directory.scenarios().map { path in
            CommandPalette.Item(title: path, kind: "Scenario", note: "") { [unowned self] in
                let command = "\(directory.playCommand) \(path)"
                let reaction = copying(command)
                problems.tell("play it by: \(ReadableText.quote(command))  (copied, OSC 52)")
                return .closedAnd(reaction)
            }
        }
    }

    /// Keeps in mind at which pages one was.
    func noteRecentPage() {
        let address = simulator.client.address
        guard recentPages.first != address else { return }
        recentPages.removeAll { $0 == address }
        recentPages.insert(address, at: 0)
        let most = 20
        if recentPages.count > most { recentPages.removeLast() }
    }
}
