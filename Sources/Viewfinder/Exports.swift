@_exported import LiveEngine
@_exported import Markup
@_exported import Templates

@_exported import protocol LiveClient.ClientHook
@_exported import enum LiveClient.ElementEvent
@_exported import struct LiveClient.HookContext
@_exported import struct LiveClient.NavigationEvent
@_exported import struct LiveProtocol.ViewContainer
