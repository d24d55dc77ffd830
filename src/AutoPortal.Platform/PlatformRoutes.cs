namespace AutoPortal.Platform;

/// <summary>Where Platform's screens stand.</summary>
public static class PlatformRoutes
{
    /// <summary>The staff portal's start.</summary>
    public const string Home = "/app";

    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/signin";

    /// <summary>Where a person with several memberships chooses one.</summary>
    public const string SignInTenant = "/signin/tenant";

    /// <summary>POST: ends the session.</summary>
    public const string SignOut = "/signout";

    /// <summary>POST: works by another membership or looks at another node.</summary>
    public const string SwitchScope = "/app/scope";

    /// <summary>The bell's full list.</summary>
    public const string Notifications = "/app/notifications";

    /// <summary>Tree and dealers.</summary>
    public const string Organisation = "/app/org";

    /// <summary>Brands, regions and sub-regions.</summary>
    public const string Structure = "/app/org/structure";

    /// <summary>Members.</summary>
    public const string People = "/app/people";

    /// <summary>Series catalogue.</summary>
    public const string Series = "/app/series";

    /// <summary>Files brought in: their history.</summary>
    public const string Imports = "/app/imports";

    /// <summary>One file on its way in.</summary>
    public const string Import = Imports + "/{id:guid}";

    /// <summary>POST: takes a file, with the field <c>kind</c>.</summary>
    public const string ImportUpload = Imports + "/upload";

    /// <summary>An empty workbook with the columns of a kind.</summary>
    public const string ImportTemplate = Imports + "/templates/{kind}.xlsx";

    /// <summary>The refused rows of a file, with their reasons.</summary>
    public const string ImportErrors = Import + "/errors.xlsx";

    /// <summary>The file as it came.</summary>
    public const string ImportFile = Import + "/file";

    /// <summary>Audit search.</summary>
    public const string Audit = "/app/audit";

    /// <summary>Events that were given up.</summary>
    public const string DeadLetters = "/app/dead-letters";

    /// <summary>Exports: one's own, and those that wait for one's word.</summary>
    public const string Exports = "/app/exports";

    /// <summary>GET: the file of an export, for who ordered it.</summary>
    public const string ExportFile = "/app/exports/{exportId:guid}/file";

    internal static string ImportOf(Guid runId) => $"{Imports}/{runId}";

    internal static string ImportErrorsOf(Guid runId) => $"{Imports}/{runId}/errors.xlsx";

    internal static string ImportFileOf(Guid runId) => $"{Imports}/{runId}/file";

    internal static string ImportTemplateOf(string kind) => $"{Imports}/templates/{kind}.xlsx";

    /// <param name="kind">Chosen beforehand; empty for none.</param>
    internal static string NewImport(string kind = "") => $"{Imports}?new={(kind.Length == 0 ? "1" : kind)}";

    internal static string DealerOf(Guid dealerId) => $"{Organisation}?dealer={dealerId}";

    internal static string ExportOf(Guid exportId) => $"{Exports}?export={exportId}";

    internal static string DealersOf(Guid nodeId) => $"{Organisation}?f.node={nodeId}";

    internal static string PeopleOf(Guid nodeId) => $"{People}?f.node={nodeId}";

    internal static string ChooseTenant(string? returnUrl) => SignInTenant + "?returnUrl=" + Uri.EscapeDataString(LocalOr(returnUrl));

    internal static string SignInFor(string? returnUrl) => SignIn + "?returnUrl=" + Uri.EscapeDataString(LocalOr(returnUrl));

    /// <summary>The address where it leads into the staff portal of this very host, else the start: an address from outside must not send people away.</summary>
    internal static string LocalOr(string? returnUrl)
        => returnUrl is { Length: <= 1_000 }
            && (returnUrl == Home || returnUrl.StartsWith(Home + "/", StringComparison.Ordinal) || returnUrl.StartsWith(Home + "?", StringComparison.Ordinal))
            && !returnUrl.Contains('\\', StringComparison.Ordinal) && !returnUrl.Any(char.IsControl) && !returnUrl.StartsWith(SwitchScope, StringComparison.Ordinal)
                ? returnUrl
                : Home;
}
