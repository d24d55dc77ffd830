namespace AutoPortal.Ui.Shell;

/// <summary>The person in front of the shell, as the host knows them.</summary>
public interface IShellUser
{
    /// <summary>The person's name.</summary>
    string Name { get; }

    /// <summary>The role in the present scope, in words; null when there is none to show.</summary>
    string? Role { get; }

    /// <summary>Stands for person and scope together; drafts of one never show up for another.</summary>
    string Key { get; }

    /// <summary>Whether the person holds the permission.</summary>
    bool May(string permission);
}
