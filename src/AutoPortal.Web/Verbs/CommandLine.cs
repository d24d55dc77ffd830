using System.CommandLine;

namespace AutoPortal.Web.Verbs;

/// <summary>What can be said after <c>--</c>. A wrong word gets one line and exit code 2; results go to stdout, all else to stderr.</summary>
internal static class CommandLine
{
    public const int WrongArguments = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // Some of its messages are lists with a line for each word.
            await Console.Error.WriteLineAsync($"{string.Join(' ', parsed.Errors[0].Message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))} See --help.");
            return WrongArguments;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Kernel.Postgres.Backup.DatabaseBackupException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (VerbRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("AutoPortal: the portal by which car makers and their dealers run their private-domain business together.");
        var run = Run();
        root.SetAction((_, ct) => RunVerb.RunAsync(null, ct));
        root.Add(run);
        root.Add(Simple("migrate", "Bring the database's schemas forward, then apply policies and grants.", MigrateVerb.RunAsync));
        root.Add(Seed());
        root.Add(Tenant());
        root.Add(Import());
        root.Add(WithFile("backup", "Write the whole database into one file.", BackupVerbs.BackupAsync));
        root.Add(WithFile("restore", "Replace the whole database by a backup of the same version.", BackupVerbs.RestoreAsync));
        return root;
    }

    private static Command Run()
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to serve on, such as http://localhost:5080." };
        var run = new Command("run", "Serve the portal (the default).") { urls };
        run.SetAction((parsed, ct) => RunVerb.RunAsync(parsed.GetValue(urls), ct));
        return run;
    }

    private static Command Seed()
    {
        var demo = new Option<bool>("--demo") { Description = "The lively demonstration with its sign-ins; never on a production system.", Required = true };
        var seed = new Command("seed", "Fill the database.") { demo };
        seed.SetAction((_, ct) => SeedVerb.RunAsync(ct));
        return seed;
    }

    private static Command Tenant()
    {
        var identifier = new Option<string>("--identifier") { Description = "Path segment: a letter, then 2 to 30 letters, digits or hyphens, all lower case.", Required = true };
        var name = new Option<string>("--name") { Description = "Name to show.", Required = true };
        var email = new Option<string>("--admin-email") { Description = "Sign-in of the first administrator.", Required = true };
        var create = new Command("create", "Make a tenant with one brand named like itself; prints the administrator's first password.") { identifier, name, email };
        create.SetAction((parsed, ct) => TenantVerb.CreateAsync(parsed.GetValue(identifier)!, parsed.GetValue(name)!, parsed.GetValue(email)!, ct));
        return new Command("tenant", "Work on tenants.") { create };
    }

    private static Command Import()
    {
        var kind = new Argument<string>("KIND") { Description = "dealers, staff, blocklist or leads." };
        kind.AcceptOnlyFromAmong("dealers", "staff", "blocklist", "leads");
        var file = new Argument<string>("FILE") { Description = "A workbook (.xlsx) or a text file (.csv)." };
        var tenant = new Option<string>("--tenant") { Description = "Identifier of the tenant.", Required = true };
        var brand = new Option<string?>("--brand") { Description = "Code or name of the brand, where the tenant has several." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would become of the rows." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var import = new Command("import", "Bring a file in; refused rows are counted, and listed in the portal's history of imports.") { kind, file, tenant, brand, dryRun, json };
        import.SetAction((parsed, ct) => ImportVerb.RunAsync(new(parsed.GetValue(kind)!, parsed.GetValue(tenant)!, parsed.GetValue(file)!, parsed.GetValue(brand), parsed.GetValue(dryRun), parsed.GetValue(json)), ct));
        return import;
    }

    private static Command WithFile(string name, string description, Func<string, CancellationToken, Task<int>> run)
    {
        var file = new Argument<string>("FILE");
        var command = new Command(name, description) { file };
        command.SetAction((parsed, ct) => run(parsed.GetValue(file)!, ct));
        return command;
    }

    private static Command Simple(string name, string description, Func<CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, ct) => run(ct));
        return command;
    }
}

/// <summary>A verb says in one line why it will not.</summary>
internal sealed class VerbRefusedException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
