import HTMLTree
import Simulator

extension CaseRun {
    /// Does what a step says.
    mutating func perform(_ step: Step) throws(Stop) {
        switch step.action {
        case .expect, .snapshot, .dump, .group, .page: break
        case .open, .go, .click, .clickCell, .fill, .type, .choose, .upload, .check, .uncheck, .submit, .focus,
            .dismiss, .press, .paste, .scroll, .resize, .push, .confirm, .connection, .advance:
            watch.begin()
        }
        switch step.action {
        case .open(let url): try open(url)
        case .page(let name): turn(to: name)
        case .go(let move): try go(move)
        case .click(let target):
            try act(on: target, for: .click) { node throws(SimulatorError) in try simulator.click(node) }
        case .clickCell(let position): simulator.click(at: position)
        case .fill(let target, let text):
            try act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.fill(node, with: text) }
        case .type(let text): try attempt { () throws(SimulatorError) in try simulator.typeText(text) }
        case .choose(let target, let options): try choose(options, target)
        case .upload(let target, let files):
            try act(on: target, for: .upload) { node throws(SimulatorError) in
                try simulator.choose(files.map(\.file), in: node)
            }
        case .check(let target):
            try act(on: target, for: .tick) { node throws(SimulatorError) in try simulator.check(node) }
        case .uncheck(let target):
            try act(on: target, for: .tick) { node throws(SimulatorError) in try simulator.uncheck(node) }
        case .submit(let target, let fields): try submit(target, fields)
        case .focus(let target):
            try act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.focus(node) }
        case .dismiss(let key): try dismiss(key)
        case .press(let keys): try press(keys)
        case .paste(let text): simulator.paste(text)
        case .scroll(let move): scroll(move)
        case .resize(let size): simulator.resize(size)
        case .push(let event, let payload, let target): try push(event, payload, target)
        case .confirm(let isYes, let question): try confirm(isYes, question)
        case .connection(let change): try self.change(change)
        case .advance(let duration): try advance(duration)
        case .expect(let expectation): try expect(expectation)
        case .snapshot(let request): try compare(request)
        case .dump(let kind):
            dumps.append(CaseResult.Dump(step: step, text: DumpWriter(simulator: simulator).text(kind)))
        case .group: break
        }
    }
}
