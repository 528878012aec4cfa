from django.urls import path

from .views import panel_courses, panel_opportunities, panel_postings, panel_scores, public

urlpatterns = [
    path("oportunidades/", public.opportunity_list, name="opportunity-list"),
    path("oportunidades/<slug:slug>/", public.opportunity, name="opportunity"),
    path("capacitacion/", public.course_list, name="course-list"),
    path("capacitacion/<slug:slug>/", public.course, name="course"),
    path("capacitacion/<slug:slug>/postular/", public.bid, name="course-bid"),
    path("empleo/", public.board, name="posting-list"),
    path("panel/oportunidades/", panel_opportunities.index, name="panel-opportunities"),
    path("panel/oportunidades/<slug:slug>/", panel_opportunities.detail, name="panel-opportunity"),
    path("panel/brechas/<int:pk>/", panel_opportunities.gap, name="panel-gap"),
    path("panel/cursos/", panel_courses.index, name="panel-courses"),
    path("panel/cursos/<slug:slug>/", panel_courses.detail, name="panel-course"),
    path("panel/cursos/<slug:slug>/sesiones/<int:pk>/", panel_courses.session, name="panel-session"),
    path("panel/evaluacion/", panel_scores.index, name="panel-scores"),
    path("panel/evaluacion/<str:receipt>/", panel_scores.score, name="panel-score"),
    path("panel/empleo/", panel_postings.index, name="panel-postings"),
    path("panel/empleo/nuevo/", panel_postings.new, name="panel-posting-new"),
    path("panel/empleo/<int:pk>/", panel_postings.edit, name="panel-posting"),
]
