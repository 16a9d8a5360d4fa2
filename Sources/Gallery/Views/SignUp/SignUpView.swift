import Viewfinder

/// A form of many kinds of field, checked while it is filled in; a field shows its problem once it was used. Whether a
/// name is free is asked of a registry that takes its time.
struct SignUpView: LiveView {
    let names: NameRegistry

    struct Context: LiveContext {
        var form = Form("user", SignUp())
        var members: [String] = []
    }

    enum Event: Decodable, Sendable {
        case validate(user: FormInput)
        case save(user: FormInput)
    }

    private var nameIsFree: AsyncFormRule<SignUp> {
        AsyncFormRule("name", "Somebody has this name already.") { [names] in try await names.isFree($0) }
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Sign up"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .validate(let input): socket.validate(\.form, input, asking: nameIsFree)
        case .save(let input): save(input, &socket)
        }
    }

    private func save(_ input: FormInput, _ socket: inout Socket) {
        socket.clearFlash()
        guard let member = socket.apply(\.form, input, asking: nameIsFree) else {
            guard !socket.context.form.isPending else {
                return socket.putFlash("info", "One moment: we are asking whether your name is free.")
            }
            let count = socket.context.form.problemCount
            let fields = count == 1 ? "One field needs" : "\(count) fields need"
            socket.putFlash("error", "\(fields) your attention.")
            return
        }
        names.take(member.name)
        socket.context.members.append(member.name)
        socket.context.form = Form("user", SignUp())
        socket.putFlash("success", "Welcome, \(member.name)! Your plan is \(member.plan.rawValue).")
    }
}

extension SignUpView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let form = context.form
        return """
            <h1>Sign up</h1>
            \(meta.flashBanners())
            <form id="signup" phx-change="validate" phx-submit="save">
              \(form["name"].text("Name"))
              \(form["email"].text("E-mail"))
              \(form["password"].password("Password"))
              \(form["plan"].select("Plan", FormOption.all(of: SignUp.Plan.self)))
              \(form["contact"].radios("May we write to you?", FormOption.all(of: SignUp.Contact.self)))
              \(form["about"].textarea("About you"))
              \(form["newsletter"].checkbox("Newsletter"))
              \(form["terms"].checkbox("I accept the terms"))
              <button type="submit" phx-disable-with="Signing up...">Sign up</button>
            </form>
            \(if: !context.members.isEmpty, memberList(context.members))
            """
    }

    private func memberList(_ members: [String]) -> Rendered {
        """
        <h2>Members</h2>
        <ul>\(members.map { "<li>\($0)</li>" })</ul>
        """
    }
}
