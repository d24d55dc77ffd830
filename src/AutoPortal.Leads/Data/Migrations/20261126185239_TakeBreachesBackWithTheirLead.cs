using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class TakeBreachesBackWithTheirLead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Of leads that an undo took away before.
            migrationBuilder.Sql("delete from leads.clock_breaches b where not exists (select 1 from leads.leads l where l.tenant_id = b.tenant_id and l.id = b.lead_id)");
            migrationBuilder.AddForeignKey(
                name: "fk_clock_breaches_leads_tenant_id_lead_id",
                schema: "leads",
                table: "clock_breaches",
                columns: new[] { "tenant_id", "lead_id" },
                principalSchema: "leads",
                principalTable: "leads",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_clock_breaches_leads_tenant_id_lead_id",
                schema: "leads",
                table: "clock_breaches");
        }
    }
}
