import Viewfinder

/// A form of many kinds of field, checked while it is filled in; a field shows its problem once it was used.
struct SignUpView: LiveView {
    struct Context: LiveContext {
        var form = SignUp()
        var problems: [String: String] = [:]
        var members: [String] = []
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Sign up"
    }

    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws {
        let form = try payload.value("user", as: SignUp.self)
        socket.context.form = form
        if name == "save" {
            save(form, &socket)
        } else {
            socket.context.problems = problems(of: form) { payload.isUsed("user", $0.rawValue) }
        }
    }

    private func save(_ form: SignUp, _ socket: inout Socket) {
        socket.clearFlash()
        socket.context.problems = problems(of: form) { _ in true }
        if socket.context.problems.isEmpty {
            socket.context.members.append(form.name)
            socket.context.form = SignUp()
            socket.putFlash("success", "Welcome, \(form.name)! Your plan is \(form.plan.rawValue).")
        } else {
            let count = socket.context.problems.count
            let fields = count == 1 ? "One field needs" : "\(count) fields need"
            socket.putFlash("error", "\(fields) your attention.")
        }
    }

    private func problems(of form: SignUp, in fields: (SignUp.Field) -> Bool) -> [String: String] {
        var problems: [String: String] = [:]
        for field in SignUp.Field.allCases where fields(field) {
            problems[field.rawValue] = form.problem(of: field)
        }
        return problems
    }
}
