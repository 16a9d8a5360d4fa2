import LiveProtocol

extension LiveSession {
    /// Runs the hooks of the group, until one sends the page elsewhere.
    final func runHooks(_ params: Params, _ draft: inout SocketState) throws {
        for hook in place.group.hooks where draft.navigation.isEmpty {
            var socket = HookSocket(id: place.id, context: NoContext(), state: draft)
            try HandlerFailure.naming("\(type(of: hook))") {
                guard let tracer = place.tracer else { return try hook.onMount(params, &socket) }
                let name = "\(type(of: hook))"
                try tracer.trace(.hook, of: viewName, name: name, .params(params)) { try hook.onMount(params, &socket) }
            }
            draft = socket.state
        }
    }

    /// Hands on what handlers sent one another, until none sends more.
    ///
    /// - Returns: Whether the view got anything.
    final func handOnMessages(_ draft: inout SocketState) throws -> Bool {
        var count = 0
        var isViewConcerned = false
        while !draft.messages.isEmpty {
            let messages = draft.messages
            draft.messages = []
            for message in messages {
                count += 1
                let limit = place.services.limits.messages
                guard count <= limit else { throw ComponentError.tooManyMessages(limit: limit) }
                switch message {
                case .view(let info, let type):
                    isViewConcerned = true
                    try perform(sent: info, to: type, &draft)
                case .component(let key, let message): try components?.receive(message, for: key, &draft)
                }
            }
        }
        return isViewConcerned
    }

    /// Runs `handleParams` for the patches that handlers ask for, until none does.
    final func followPatches(_ draft: inout SocketState) throws -> [LivePatch] {
        var patches: [LivePatch] = []
        while let request = draft.navigation.first {
            guard draft.navigation.count == 1 else { throw NavigationError.several(draft.navigation) }
            guard case .patch(let url, let kind) = request else { break }
            let limit = place.services.limits.patches
            guard patches.count < limit else { throw NavigationError.tooManyPatches(limit: limit) }
            let root = try root(patching: url)
            guard let match = place.services.routes.match(Address(url)), root.place.hasView(of: match.route)
            else { throw NavigationError.patchElsewhere(url) }
            // A page that is requested is requested at the other address.
            guard place.isConnected else { break }
            draft.navigation = []
            guard root === self else {
                draft.requests.append(.relative(.patchRoot(RootPatch(url: url, kind: kind, flash: draft.changedFlash))))
                break
            }
            draft.flash = draft.changedFlash
            draft.url = match.params.url
            patches.append(LivePatch(to: match.params.url, kind: kind))
            try perform(.params(match.params), &draft)
            if !draft.messages.isEmpty { _ = try handOnMessages(&draft) }
        }
        return patches
    }

    /// The session that makes a patch: that of the view at the page's address.
    private final func root(patching url: String) throws -> LiveSession {
        if place.role == .main { return self }
        guard let root = place.root, root.place.role == .main else { throw NavigationError.patchFromSticky(url) }
        return root
    }

    final func exit(by request: NavigationRequest, _ draft: SocketState) throws -> SessionExit {
        // A view that leaves while it mounts takes all its messages along, not the new ones only.
        let flash = tree == nil ? draft.flash : draft.changedFlash
        return try SessionExit(
            request, flash: place.services.shared.flashes.token(for: flash, at: place.services.clock.date),
            events: try pushedEvents(draft))
    }
}
