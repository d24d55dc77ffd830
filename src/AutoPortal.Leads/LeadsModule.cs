using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Card;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Clocks;
using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Demo;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Import;
using AutoPortal.Leads.Intake;
using AutoPortal.Leads.List;
using AutoPortal.Leads.Losses;
using AutoPortal.Leads.Notify;
using AutoPortal.Leads.Replay;
using AutoPortal.Leads.Reveal;
using AutoPortal.Leads.Rules;
using AutoPortal.Leads.Work;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Leads;

/// <summary>Where the host meets the module.</summary>
public sealed class LeadsModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddLocalization();
        services.AddModuleDb<LeadsDb>(LeadsDb.Schema);
        services.AddPermissions<LeadTexts>(LeadsPermissions.All);
        services.AddNotices<LeadTexts>(NotifyAdvisors.Assigned, NotifyAdvisors.EnquiredAgain, NotifyManagers.Waits);
        services.AddNotices<LeadTexts>(ClockNotices.Codes);
        services.AddLeadChannels<LeadTexts>(SourceTree.Sources.Select(s => s.Code));

        services.AddHandler<CustomerSignedUp, TakeInSignUps>();
        services.AddHandler<LeadAssigned, NotifyAdvisors>();
        services.AddHandler<LeadEnquiredAgain, NotifyAdvisors>();
        services.AddHandler<LeadDispatched, NotifyManagers>();
        services.AddHandler<DealerLeft, PassOnLeads>();

        services.AddScoped<ClockNotices>();
        services.AddScoped<RunClocks>();
        services.AddScoped<AssignWaitingLeads>();
        services.AddJob<RunClocks>("leads.clocks", TimeSpan.FromSeconds(30), (clocks, ct) => clocks.RunAsync(ct));
        services.AddJob<AssignWaitingLeads>("leads.assign_waiting", TimeSpan.FromSeconds(15), (waiting, ct) => waiting.RunAsync(ct));

        services.AddScoped<LeadAllocation>();
        services.AddScoped<LeadIntake>();
        services.AddScoped<Newcomers>();
        services.AddTransient<LeadPreview>();
        services.AddImportKind<LeadFile>();
        services.AddImportKind<BlocklistFile>();
        services.AddScoped<RebuildLeads>();
        services.AddScoped<Recleaning>();
        services.AddScoped<CleaningWork>();
        services.AddScoped<MendLead>();
        services.AddScoped<LeaveAsIs>();
        services.AddScoped<InvalidateLead>();
        services.AddScoped<MergeLead>();
        services.AddScoped<NoteVerificationCall>();
        services.AddScoped<NameWord>();
        services.AddScoped<UnnameWord>();
        services.AddScoped<UndoCleaning>();
        services.AddScoped<OverturnInvalid>();
        services.AddScoped<WordCodes>();
        services.AddScoped<CleaningQueries>();
        services.AddScoped<RulesQueries>();
        services.AddExportList<BlocklistExport>();
        services.AddExportList<WordsExport>();
        services.AddScoped<ReplayQueries>();
        services.AddScoped<OrderReplay>();
        services.AddScoped<SteerReplay>();
        services.AddScoped<RunReplay>();
        services.AddJob<RunReplay>("leads.replay", TimeSpan.FromSeconds(5), (replay, ct) => replay.RunAsync(ct));
        services.AddScoped<SetCleaningRules>();
        services.AddScoped<ForgetWord>();
        services.AddScoped<BlockContact>();
        services.AddScoped<UnblockContact>();
        services.AddScoped<IDemoSeed, DemoLeads>();
        services.AddScoped<LeadDesk>();
        services.AddScoped<AssignLead>();
        services.AddScoped<RejectLead>();
        services.AddScoped<DispatchLead>();
        services.AddScoped<RecordFollowUp>();
        services.AddScoped<ChangeLevel>();
        services.AddScoped<InviteLead>();
        services.AddScoped<CancelInvitation>();
        services.AddScoped<ApplyForLost>();
        services.AddScoped<DecideLost>();
        services.AddScoped<RevealPhone>();

        services.AddScoped<LeadCardQueries>();
        services.AddScoped<LeadNames>();
        services.AddScoped<LeadQueries>();
        services.AddExportList<LeadExport>();
        services.AddScoped<LeadWatch>();
        services.AddScoped<LeadListOptions.Source>();
        services.AddScoped<AssignCandidates>();
        services.AddNav(
            new NavEntry(NavGroups.Work, "nav.workbench", LeadsRoutes.Workbench, "inbox", LeadsPermissions.Work, 10, typeof(LeadTexts)),
            new NavEntry(NavGroups.Work, "nav.leads", LeadsRoutes.List, "leads", LeadsPermissions.Read, 20, typeof(LeadTexts)),
            new NavEntry(NavGroups.Work, "nav.cleaning", LeadsRoutes.Cleaning, "filter", LeadsPermissions.Clean, 30, typeof(LeadTexts)),
            new NavEntry(NavGroups.Work, "nav.rules", LeadsRoutes.Rules, "settings", LeadsPermissions.Rules, 40, typeof(LeadTexts)));
        services.AddScoped<ILeadDirectory, LeadDirectory>();
        services.AddScoped<AutoPortal.Activities.Contracts.IActivityLeads, ActivityLeads>();
    }
}
