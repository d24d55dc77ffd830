using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Board;
using AutoPortal.Activities.Consumer;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Demo;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.GroupPurchase;
using AutoPortal.Activities.Kinds.ShowroomEvent;
using AutoPortal.Activities.Kinds.SignUpGift;
using AutoPortal.Activities.Kinds.Survey;
using AutoPortal.Activities.Kinds.TestDrive;
using AutoPortal.Activities.List;
using AutoPortal.Activities.Messages;
using AutoPortal.Activities.Move;
using AutoPortal.Activities.OwnPage;
using AutoPortal.Activities.Places;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Activities.SignUps.History;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Activities.Surveys;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Activities;

/// <summary>Where the host meets Activities.</summary>
public sealed class ActivitiesModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ActivitiesDb>(ActivitiesDb.Schema);
        services.AddOptions<ActivitiesOptions>().BindConfiguration("Activities").ValidateDataAnnotations().ValidateOnStart();
        services.AddLocalization();
        services.AddDataProtection();
        services.AddPermissions<ActivitiesTexts>(ActivitiesPermissions.Read, ActivitiesPermissions.Manage, ActivitiesPermissions.Approve, ActivitiesPermissions.CheckIn);
        services.AddActivityKind<TestDriveKind>();
        services.AddActivityKind<GroupPurchaseKind>();
        services.AddActivityKind<ShowroomEventKind>();
        services.AddActivityKind<SurveyKind>();
        services.AddActivityKind<SignUpGiftKind>();
        services.AddSingleton<KindCatalog>();
        services.AddBlock<SignUpFormBlock, SignUpFormView>(SignUpFormBlock.Kind, new BlockHints
        {
            Group = BlockGroups.Interaction,
            Icon = "block-form",
            MostPerPage = 1,
            OnlyOnPaths = [PagePaths.Activity],
            Texts = typeof(ActivitiesTexts),
        });
        services.AddBlock<SurveyBlock, SurveyView>(SurveyBlock.Kind, new BlockHints { Group = BlockGroups.Interaction, Icon = "message", Texts = typeof(ActivitiesTexts) });
        services.AddScoped<IFieldChoices, SurveyChoices>();
        services.AddSingleton<FormSeals>();
        services.AddSingleton<PostLimits>();
        services.AddScoped<ActivityOffer>();
        services.AddWebEncoders();
        services.AddSingleton<KnownChoices>();
        services.AddScoped<SignUpForms>();
        services.AddScoped<SendSignUpCode>();
        services.AddSingleton<SignUpLanes>();
        services.AddScoped<StoreSignUps>();
        services.AddScoped<SignUpTerms>();
        services.AddScoped<SignUpMaker>();
        services.AddScoped<AcceptSignUp>();
        services.AddScoped<ActivityQueries>();
        services.AddScoped<DetailQueries>();
        services.AddExportList<ActivityExport>();
        services.AddExportList<SignUpExport>();
        services.AddScoped<SurveyQueries>();
        services.AddScoped<AnswerQueries>();
        services.AddExportList<AnswerExport>();
        services.AddScoped<Drafts>();
        services.AddScoped<SessionPlan>();
        services.AddScoped<SaveActivity>();
        services.AddScoped<CloneActivity>();
        services.AddScoped<ActivityPageWords>();
        services.AddScoped<MakeActivityPage>();
        services.AddScoped<IPageSubjects, PageSubjects>();
        services.AddHandler<PagePublished, FollowPages>();
        services.AddHandler<PageWithdrawn, FollowPages>();
        services.AddScoped<LearnPages>();
        services.AddJob<LearnPages>("activities.learn_pages", TimeSpan.FromMinutes(1), (learn, ct) => learn.RunAsync(ct));
        services.AddScoped<WaitingRoom>();
        services.AddScoped<AnswerSignUp>();
        services.AddJob<WaitingRoom>("activities.offer_places", TimeSpan.FromSeconds(15), (room, ct) => room.RunAsync(ct));
        services.AddScoped<LetGoSignUps>();
        services.AddJob<LetGoSignUps>("activities.let_go", TimeSpan.FromSeconds(15), (letGo, ct) => letGo.RunAsync(ct));
        services.AddSingleton<ConsumerPass>();
        services.AddSingleton<KnownLists>();
        services.AddScoped<ConsumerDrawing>();
        services.AddScoped<ConsumerQueries>();
        services.AddScoped<ConsumerDesk>();
        services.AddScoped<MessageWriter>();
        services.AddHandler<SignUpAccepted, TellPeople>();
        services.AddHandler<SignUpMoved, TellPeople>();
        services.AddHandler<PlaceOffered, TellPeople>();
        services.AddScoped<RemindPeople>();
        services.AddJob<RemindPeople>("activities.remind", TimeSpan.FromMinutes(5), (remind, ct) => remind.RunAsync(ct));
        services.AddScoped<CheckInPeople>();
        services.AddScoped<ExpectedQueries>();
        services.AddScoped<TakeWalkIn>();
        services.AddScoped<CorrectCheckIn>();
        services.AddScoped<BoardQueries>();
        services.AddScoped<IDemoSeed, DemoArrivals>();
        services.AddScoped<MarkNoShows>();
        services.AddJob<MarkNoShows>("activities.no_show", TimeSpan.FromMinutes(1), (marks, ct) => marks.RunAsync(ct));
        services.AddScoped<MoveActivity>();
        services.AddNotices<ActivitiesTexts>(TellSubmitters.Approved, TellSubmitters.Rejected);
        services.AddHandler<ActivityDecided, TellSubmitters>();
        services.AddScoped<MoveActivitiesOn>();
        services.AddJob<MoveActivitiesOn>("activities.move_on", TimeSpan.FromSeconds(15), (moves, ct) => moves.RunAsync(ct));
        services.AddNav(new NavEntry(NavGroups.Reach, "nav.activities", ActivitiesRoutes.List, "activity", ActivitiesPermissions.Read, 10, typeof(ActivitiesTexts)));
        services.AddScoped<ISignUpHistory, SignUpHistory>();
        services.AddScoped<DemoTools>();
        services.AddScoped<DemoActivityPages>();
        services.AddScoped<IDemoSeed, DemoActivities>();
        services.AddScoped<IDemoSeed, DemoKinds>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SignUpEndpoints.Map(endpoints);
        ConsumerEndpoints.Map(endpoints);
        CheckInEndpoints.Map(endpoints);
    }
}
