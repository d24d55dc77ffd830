namespace AutoPortal.Ui.Shell;

/// <summary>Places in the shell that modules fill.</summary>
public enum ShellSlot
{
    /// <summary>Above everything, full width: break-glass and maintenance notices.</summary>
    Banner,

    /// <summary>Left in the top bar: which brand, region or dealer the person is working for.</summary>
    ScopeSwitcher,

    /// <summary>Right in the top bar: notifications.</summary>
    Bell,

    /// <summary>In the person menu, above sign out.</summary>
    PersonMenu,
}

/// <summary>A component that fills a place.</summary>
public sealed record ShellSlotFill(ShellSlot Slot, Type Component);
