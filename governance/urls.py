from django.urls import path

from . import views

urlpatterns = [
    path("territorios/<slug:slug>/gobernanza/", views.governance, name="governance"),
    path("territorios/<slug:slug>/plan/", views.plan, name="territory-plan"),
    path("gobernanza/", views.nation, name="governance-nation"),
    path("compromisos/", views.commitments, name="commitment-list"),
    path("programa/", views.cycles, name="cycle-list"),
    path("programa/<slug:slug>/", views.cycle, name="cycle"),
    path("informes/", views.reports, name="report-list"),
    path("informes/periodo/", views.pick, name="report-pick"),
    path("informes/periodo/<slug:scope>/<slug:period>/", views.live, name="report-live"),
    path("informes/periodo/<slug:scope>/<slug:period>/informe.<str:form>", views.live_file, name="report-live-file"),
    path("informes/<slug:slug>/", views.report, name="report"),
    path("informes/<slug:slug>/informe.<str:form>", views.report_file, name="report-file"),
    path("panorama/", views.panorama, name="panorama"),
    path("panorama/datos.csv", views.panorama_file, name="panorama-file"),
    path("panorama/<slug:region>/", views.panorama, name="panorama-region"),
    path("panorama/<slug:region>/datos.csv", views.panorama_file, name="panorama-region-file"),
]
