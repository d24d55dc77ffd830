using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Surveys;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Trace = System.Diagnostics.Activity;

namespace AutoPortal.Activities.SignUps;

/// <summary>Makes what is stored and told from a checked form; from here on personal data is sealed.</summary>
internal sealed class SignUpMaker(CurrentScope scope, PhoneVault vault)
{
    public Guid TenantId => scope.TenantId;

    /// <summary>Answers to the kind's questions, as JSON.</summary>
    public static string Answers(CheckedSignUp form) => StoredAnswers.Write(form.Answers);

    public SignUpAccepted Make(Activity activity, CheckedSignUp form, string path, DateTimeOffset now) => new(
        Ids.New(now),
        activity.Id,
        activity.TitleZh,
        activity.BrandId,
        vault.Seal(scope.TenantId, form.Name),
        NameMask.Of(form.Name),
        vault.Seal(scope.TenantId, form.Phone),
        vault.Hash(scope.TenantId, form.Phone),
        PhoneVault.Tail(form.Phone),
        PhoneVault.Mask(form.Phone),
        PhoneVerified: true,
        [.. form.Consents.Select(c => new ConsentGiven(c.Purpose, c.Version))],
        form.SeriesCode,
        form.PurchaseWindow,
        form.Province,
        form.City,
        form.District,
        form.DealerId,
        activity.SourceCode,
        path,
        Trace.Current?.TraceId.ToString() ?? "",
        now)
    {
        SessionId = form.SessionId,
        VisitorId = form.VisitorId,
    };
}
