import Viewfinder

/// A form of many kinds of field, checked while it is filled in; a field shows its problem once it was used.
struct SignUpView: LiveView {
    struct Context: LiveContext {
        var form = Form("user", SignUp())
        var members: [String] = []
    }

    enum Event: Decodable, Sendable {
        case validate(user: FormInput)
        case save(user: FormInput)
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Sign up"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .validate(let input): socket.context.form.validate(input)
        case .save(let input): save(input, &socket)
        }
    }

    private func save(_ input: FormInput, _ socket: inout Socket) {
        socket.clearFlash()
        guard let member = socket.context.form.apply(input) else {
            let count = socket.context.form.problemCount
            let fields = count == 1 ? "One field needs" : "\(count) fields need"
            socket.putFlash("error", "\(fields) your attention.")
            return
        }
        socket.context.members.append(member.name)
        socket.context.form = Form("user", SignUp())
        socket.putFlash("success", "Welcome, \(member.name)! Your plan is \(member.plan.rawValue).")
    }
}
